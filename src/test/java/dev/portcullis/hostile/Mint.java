package dev.portcullis.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, good ones and others, as an attacker would: any header, any key, any bytes. */
record Mint(String issuer) {

  /** The claims of a good ID token that was issued just now. */
  Map<String, Object> claims(String subject) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", HostileProvider.CLIENT_ID);
    claims.put("sub", subject);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    return claims;
  }

  /** The header of a good ID token. */
  static JWSHeader.Builder header() {
    return header(JWSAlgorithm.RS256);
  }

  static JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID(Keys.GOOD.getKeyID()).type(JOSEObjectType.JWT);
  }

  /** A good token of any claims. */
  static String signed(Map<String, Object> claims) {
    return signed(header(), Keys.GOOD, claims);
  }

  static String signed(JWSHeader.Builder header, JWK key, Map<String, Object> claims) {
    return signed(header, key, new Payload(claims));
  }

  static String signed(JWSHeader.Builder header, JWK key, Payload payload) {
    try {
      JWSObject token = new JWSObject(header.build(), payload);
      token.sign(new DefaultJWSSignerFactory().createJWSSigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token of any bytes as header and payload, signed with the good key. */
  static String signedText(String header, String payload) {
    return signedText(header, payload, Keys.GOOD);
  }

  /** RSASSA-PKCS1-v1_5 with SHA-256 over whatever text, which no library would sign. */
  static String signedText(String header, String payload, com.nimbusds.jose.jwk.RSAKey key) {
    try {
      String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
      PrivateKey secret = key.toPrivateKey();
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(secret);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An HMAC under any secret, however short. */
  static String authenticated(String algorithm, byte[] secret, Map<String, Object> claims) {
    try {
      String mac = "HmacSHA" + algorithm.substring(2);
      String header = "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, Keys.GOOD.getKeyID());
      String input =
          Base64URL.encode(header) + "." + Base64URL.encode(HostileProvider.json(claims));
      Mac hmac = Mac.getInstance(mac);
      hmac.init(new SecretKeySpec(secret, mac));
      return input
          + "."
          + Base64URL.encode(hmac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parts of a token: 0 header, 1 payload, 2 signature. */
  static String part(String token, int index) {
    return token.split("\\.", -1)[index];
  }
}
