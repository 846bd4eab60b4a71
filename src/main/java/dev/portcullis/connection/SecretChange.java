package dev.portcullis.connection;

/** What a request says of a connection's client secret. */
public sealed interface SecretChange {

  /** Nothing: it stays, unless the issuer or the client changes. */
  record Keep() implements SecretChange {}

  /** There is none from now on. */
  record Clear() implements SecretChange {}

  /** It is this one from now on. */
  record Set(String secret) implements SecretChange {
    @Override
    public String toString() {
      return "Set[…]";
    }
  }
}
