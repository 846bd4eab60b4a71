package dev.portcullis.organization;

/** A client id with its secret, which is shown once and kept only as a hash. */
public record ClientCredentials(String clientId, String clientSecret) {

  /** The fewest characters of a secret that an operator chooses. */
  public static final int MIN_SECRET_LENGTH = 16;

  /** New credentials that nobody can guess. */
  static ClientCredentials random() {
    return new ClientCredentials(Secrets.nextOfBytes(24), Secrets.next());
  }

  @Override
  public String toString() {
    return "ClientCredentials[" + clientId + "]";
  }
}
