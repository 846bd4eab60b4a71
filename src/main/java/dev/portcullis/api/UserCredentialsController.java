package dev.portcullis.api;

import dev.portcullis.access.PersonAccount;
import dev.portcullis.access.PersonAccounts;
import dev.portcullis.access.Reach;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.ClientCredentials;
import dev.portcullis.organization.UserCredentials;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Users' own client ids and secrets, service accounts' among them. */
@RestController
class UserCredentialsController {

  private final PersonAccounts accounts;
  private final UserCredentials credentials;

  UserCredentialsController(PersonAccounts accounts, UserCredentials credentials) {
    this.accounts = accounts;
    this.credentials = credentials;
  }

  record Credentials(String clientId, String clientSecret) {}

  record Reply(boolean ok, Credentials credentials) {}

  @PostMapping("/v1/rotate-credentials/{user}")
  ResponseEntity<Reply> rotate(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      @PathVariable String user) {
    Optional<PersonAccount> account = accounts.of(caller.organizationId(), user);
    Optional<User> found = account.map(PersonAccount::user);
    // Whoever may do it for themselves alone does not learn who else there is.
    if (reach instanceof Reach.Themselves
        && found.filter(each -> reach.covers(each.id())).isEmpty()) {
      throw RouteRightsInterceptor.beyondReach();
    }
    // An app that is limited would get an Admin's rights, which no scope limits.
    if (!caller.scopes().areAll()
        && account.filter(each -> each.role().role().equals("Admin")).isPresent()) {
      throw RequestFault.forbidden("only an app without scopes may do this for an Admin");
    }
    User known = found.orElseThrow(() -> UsersController.notFound(user));
    ClientCredentials made = credentials.rotate(caller, known.id(), known.userName());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Reply(true, new Credentials(made.clientId(), made.clientSecret())));
  }
}
