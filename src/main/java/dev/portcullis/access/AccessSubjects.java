package dev.portcullis.access;

import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.PersonDetails;
import dev.portcullis.directory.User;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what is known of a person at this moment. */
@Component
class AccessSubjects {

  private final Memberships memberships;
  private final GroupRuleRows rules;

  AccessSubjects(Memberships memberships, GroupRuleRows rules) {
    this.memberships = memberships;
    this.rules = rules;
  }

  AccessSubject of(User user) {
    List<Belonging> belongings = memberships.of(user.organizationId(), user.id());
    Standing standing = Standing.of(user, belongings, rules.all(user.organizationId()));
    return new AccessSubject(
        user,
        memberships.handle(user.organizationId(), user.id()),
        belongings,
        memberships.teamsOf(user.organizationId(), user.id()),
        standing);
  }

  /** As the other, where all of it is at hand. */
  static AccessSubject of(User user, PersonDetails details, List<GroupRule> rules) {
    return new AccessSubject(
        user,
        details.handle(),
        details.belongings(),
        details.teams(),
        Standing.of(user, details.belongings(), rules));
  }
}
