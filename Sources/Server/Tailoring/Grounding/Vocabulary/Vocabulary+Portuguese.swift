extension Vocabulary {
    static let portuguese = Vocabulary(
        Source(
            plain: """
                o a os as um uma uns umas de do da dos das e ou em no na nos nas num numa ao aos à às por pelo pela pelos pelas
                para com sobre entre desde até durante segundo como que quem cujo cuja onde quando é são era eram foi foram ser
                sido está estão estava tem têm tinha ter seu sua seus suas meu minha meus minhas nosso nossa se me também assim
                através após sob mas cada cerca incluindo
                trabalho trabalhei trabalhar trabalhando uso usar usado usando utilizar utilizando utilizado utilização área âmbito
                experiência conhecimento conhecimentos tarefa tarefas diversas diversos
                """,
            groups: """
                reduzir reduzi reduziu redução baixar diminuir diminuição
                aumentar aumento incrementar subir
                melhorar melhoria otimizar otimização
                criar criação desenvolver desenvolvimento
                implantar implantação implementar implementação introduzir
                redigir redação escrever escrita escrito
                rever revisão verificar verificação controlar controle controlo
                dirigir direção liderar liderança
                gerir gestão gerenciar administrar administração
                formar formação ensinar ensino treinar treinamento
                vender venda
                reparar reparação consertar
                analisar análise avaliar avaliação
                organizar organização coordenar coordenação
                planejar planejamento planear planeamento
                cliente consumidor
                pessoa funcionário colaborador
                ano anual
                mês mensal
                semana semanal
                dia diário diária
                """,
            exact: """
                chefe diretor diretora especialista responsável líder gerente primeiro primeira melhor único única principal sênior
                presidente fundador fundadora mestre premiado premiada vencedor vencedora
                """,
            limiters: """
                ajudei, ajudar, ajuda, ajudante, auxiliei, auxiliar, apoiei, apoio, apoiar, colaborei, colaboração, colaborar,
                participei, participação, participar, contribuí, contribuição, contribuir, membro, noções, básico, básica, básicos,
                familiarizado, familiarizada, estagiário, estagiária, estágio, aprendiz, assistente, adjunto, adjunta, parte de,
                sob supervisão, aprendi, observei, acompanhei, júnior, trainee, vice
                """,
            negations: "não sem nunca jamais nenhum nenhuma nem",
            numbers: """
                dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 catorze=14
                quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezoito=18 dezenove=19 vinte=20 trinta=30 quarenta=40
                cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 zero=0 dobro=2 triplo=3
                """,
            scales: """
                mil=1000 milhão=1000000 milhões=1000000 bilhão=1000000000 bilhões=1000000000 dúzia=12 dúzias=12
                """,
            percent: "por cento", years: "ano anos",
            endings: """
                acoes acao icoes icao amentos amento imentos imento ando endo indo adas ados idas idos ada ado ida ido aram eram
                iram ava ia ou ei eu iu ar er ir as os es am em a o e i s
                """))
}
