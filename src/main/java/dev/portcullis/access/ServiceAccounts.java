package dev.portcullis.access;

import dev.portcullis.directory.People;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.ClientCredentials;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.UserCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The doorway to service accounts: users who are no people and act by a client id and secret, with
 * the role and teams that they have at each request.
 */
@Component
public class ServiceAccounts {

  /** Port's domain, to which their identifiers belong. */
  public static final String DOMAIN = "serviceaccounts.getport.io";

  /** Port's word for them, as the property {@code port_type}. */
  public static final String PORT_TYPE = "Service Account";

  private static final int MAX_IDENTIFIER = 320;

  private final People people;
  private final UserCredentials credentials;

  ServiceAccounts(People people, UserCredentials credentials) {
    this.people = people;
    this.credentials = credentials;
  }

  /** Makes one, whose credentials are not shown again; it is active. */
  @OneTransaction
  public ServiceAccountOutcome create(
      Caller caller, String identifier, String status, PortRole role) {
    List<String> problems = problems(identifier, status);
    if (!problems.isEmpty()) {
      return new ServiceAccountOutcome.Rejected(problems);
    }
    Optional<User> made = people.addServiceAccount(caller, identifier, role.wireName());
    if (made.isEmpty()) {
      return new ServiceAccountOutcome.Taken(identifier);
    }
    ClientCredentials first = credentials.rotate(caller, made.get().id(), identifier);
    return new ServiceAccountOutcome.Created(made.get(), first);
  }

  private static List<String> problems(String identifier, String status) {
    List<String> problems = new ArrayList<>();
    String folded = identifier.toLowerCase(Locale.ROOT);
    if (!folded.endsWith("@" + DOMAIN)
        || folded.length() == DOMAIN.length() + 1
        || identifier.length() > MAX_IDENTIFIER) {
      problems.add(
          "`identifier` of a service account must be a name followed by `@" + DOMAIN + "`");
    }
    if (!status.equalsIgnoreCase("Active")) {
      problems.add("`status` of a new service account must be `Active`");
    }
    return problems;
  }
}
