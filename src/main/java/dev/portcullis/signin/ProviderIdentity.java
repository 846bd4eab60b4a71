package dev.portcullis.signin;

/**
 * Who somebody is by their provider's word.
 *
 * @param token verified, and an answer to this very sign-in
 * @param idToken the same as it came, which ends the provider's session later
 * @param origin what came along with it
 */
record ProviderIdentity(IdToken token, String idToken, TokenOrigin.Browser origin) {

  @Override
  public String toString() {
    return "ProviderIdentity[…]";
  }
}
