package dev.portcullis.api;

import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.PersonAccounts;
import dev.portcullis.access.Reach;
import dev.portcullis.organization.Caller;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may ask about whom. Whoever may ask about themselves alone is refused alike for others and
 * for nobody, so that a refusal tells nothing.
 */
@Component
class AskingRights {

  /** More than anybody is called: an id, an e-mail, a user name, and those in other letters. */
  private static final int MAX_OWN_NAMES = 10;

  private final PersonAccounts accounts;

  AskingRights(PersonAccounts accounts) {
    this.accounts = accounts;
  }

  /** Throws unless the caller may ask all of these. */
  void check(Caller caller, Reach reach, Collection<AccessQuestion> questions) {
    if (reach instanceof Reach.Everything) {
      return;
    }
    Set<String> subjects =
        questions.stream().map(AccessQuestion::subjectId).collect(Collectors.toSet());
    if (subjects.size() > MAX_OWN_NAMES
        || !subjects.stream().allMatch(subject -> isWithin(caller, reach, subject))) {
      throw RouteRightsInterceptor.beyondReach();
    }
  }

  private boolean isWithin(Caller caller, Reach reach, String subject) {
    return accounts
        .user(caller.organizationId(), subject)
        .filter(user -> reach.covers(user.id()))
        .isPresent();
  }
}
