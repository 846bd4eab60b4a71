package dev.portcullis.organization;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key pair that signs access tokens, or did, or will.
 *
 * @param generation counts the keys of the deployment from 1
 * @param signsFrom from when on it signs, until the next generation does
 */
record SigningKey(int generation, RSAKey key, Instant createdAt, Instant signsFrom) {

  @Override
  public String toString() {
    return "SigningKey[" + generation + "]";
  }
}
