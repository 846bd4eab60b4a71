package dev.portcullis.signin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How an ID token came to us, and what came along with it. */
public sealed interface TokenOrigin permits TokenOrigin.Hook, TokenOrigin.Browser {

  /** A gateway handed it over: there is neither a scope nor userinfo. */
  record Hook() implements TokenOrigin {}

  /**
   * We got it ourselves for an authorization code.
   *
   * @param grantedScopes what the token endpoint says was granted; where it says nothing, what was
   *     asked for (RFC 6749 §5.1)
   * @param userinfo the userinfo endpoint's claims; empty where it was not asked or did not answer
   */
  record Browser(Set<String> grantedScopes, Optional<Map<String, Object>> userinfo)
      implements TokenOrigin {

    public Browser {
      grantedScopes = Set.copyOf(grantedScopes);
    }

    @Override
    public String toString() {
      return "Browser[…]";
    }
  }

  /** The claims of userinfo, where there are any. */
  default Optional<Map<String, Object>> userinfoClaims() {
    return switch (this) {
      case Hook _ -> Optional.empty();
      case Browser(_, Optional<Map<String, Object>> userinfo) -> userinfo;
    };
  }
}
