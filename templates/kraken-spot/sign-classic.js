api_key = "API PUBLIC KEY"
api_secret = CryptoJS.enc.Base64.parse("API PRIVATE KEY");
api_nonce = [[ nonce.classic ]];
api_endpoint = [[ endpoint ]];
api_post = [[ post ]];

api_sha256 = CryptoJS.SHA256(api_nonce + api_post);
api_sign = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, api_secret);
api_sign.update(api_endpoint, api_secret);
api_sign.update(api_sha256, api_secret);
api_sign = api_sign.finalize().toString(CryptoJS.enc.Base64);

pm.globals.set("api_nonce", api_nonce);
pm.globals.set("api_key", api_key);
pm.globals.set("api_signature", api_sign);
