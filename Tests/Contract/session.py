"""Makes what an issuer of sessions has: writes a key set to the file named first, prints a token for the user named second."""

import json
import sys
import time

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

key = ec.generate_private_key(ec.SECP256R1())
public = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(key.public_key()))
with open(sys.argv[1], "w") as file:
    json.dump({"keys": [{**public, "kid": "contract", "alg": "ES256", "use": "sig"}]}, file)
claims = {"sub": sys.argv[2], "iss": "https://auth.example", "aud": "authenticated", "exp": int(time.time()) + 3600}
print(jwt.encode(claims, key, algorithm="ES256", headers={"kid": "contract"}))
