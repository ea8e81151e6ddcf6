extension Vocabulary {
    static let spanish = Vocabulary(
        Source(
            plain: """
                el la los las lo un una unos unas de del y e o u a al en con por para sobre entre desde hasta durante según como
                que quien cuyo cuya donde cuando es son era eran fue fueron ser sido está están estaba he ha han había haber su
                sus mi mis nuestro nuestra se me también así mediante tras ante bajo pero si cada aproximadamente través incluido
                incluida incluyendo
                trabajo trabajé trabajar trabajando uso usar usado usando utilizar utilizando utilizado ámbito área experiencia
                conocimiento conocimientos tarea tareas función funciones diversas diversos
                """,
            groups: """
                reducir reduje redujo reducido reducción bajar bajé disminuir disminución
                aumentar aumento incrementar incremento subir
                mejorar mejora optimizar optimización
                crear creación desarrollar desarrollo diseñar diseño
                implantar implantación implementar implementación introducir introduje
                redactar redacción escribir escrito
                revisar revisión comprobar controlar control
                dirigir dirijo dirigí dirección liderar
                gestionar gestión administrar administración
                formar formación enseñar enseñanza
                vender venta vendido
                reparar reparación
                analizar análisis evaluar evaluación
                organizar organización coordinar coordinación
                planificar planificación
                cliente comensal
                persona empleado
                año anual
                mes mensual
                semana semanal
                día diario diaria
                """,
            exact: """
                jefe jefa director directora experto experta responsable líder primer primero primera mejor único única principal
                sénior presidente presidenta fundador fundadora maestro maestra ganador ganadora premiado premiada gerente
                """,
            limiters: """
                ayudé, ayudar, ayuda, ayudante, asistí, asistir, asistente, apoyé, apoyo, apoyar, colaboré, colaboración,
                colaborar, participé, participación, participar, contribuí, contribución, contribuir, miembro, nociones, básico,
                básica, básicos, familiarizado, familiarizada, becario, becaria, prácticas, aprendiz, auxiliar, segundo, segunda,
                subdirector, subdirectora, adjunto, adjunta, bajo la supervisión, parte de, aprendí, observé, acompañé, júnior
                """,
            negations: "no sin nunca jamás ningún ninguna ninguno ni tampoco",
            numbers: """
                dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15
                dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veinticinco=25 treinta=30 cuarenta=40 cincuenta=50
                sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 cero=0 doble=2 triple=3
                """,
            scales: "mil=1000 millón=1000000 millones=1000000 docena=12 docenas=12",
            percent: "por ciento", years: "año años",
            endings: """
                aciones acion amientos amiento imientos imiento iciones icion iendo ando adas ados idas idos ada ado ida ido aron
                ieron aba ian ia ar er ir as os es an en a o e i s
                """))
}
