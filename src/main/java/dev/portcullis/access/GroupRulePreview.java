package dev.portcullis.access;

import dev.portcullis.directory.Person;
import dev.portcullis.directory.UserStatus;
import java.util.List;
import java.util.Set;

/**
 * What a rule would do, if it were stored.
 *
 * @param people how many people were looked at: those who may act
 * @param gains who would have more, up to {@value #MAX_SHOWN}
 * @param gaining how many would
 * @param losses who would have less, up to {@value #MAX_SHOWN}; somebody may gain and lose at once
 * @param losing how many would
 * @param warnings what is odd about the rule
 */
public record GroupRulePreview(
    int people,
    List<RoleChange> gains,
    int gaining,
    List<RoleChange> losses,
    int losing,
    List<String> warnings) {

  static final int MAX_SHOWN = 1_000;

  private static final Set<UserStatus> ACTING =
      Set.of(UserStatus.ACTIVE, UserStatus.STAGED, UserStatus.INVITED);

  static GroupRulePreview of(
      List<Person> people, List<GroupRule> before, List<GroupRule> after, List<String> warnings) {
    List<Person> acting =
        people.stream()
            .filter(person -> person.connectionEnabled() && ACTING.contains(person.user().status()))
            .toList();
    List<RoleChange> changes =
        acting.stream().flatMap(person -> RoleChange.of(person, before, after).stream()).toList();
    List<RoleChange> gains = changes.stream().filter(RoleChange::gains).toList();
    List<RoleChange> losses = changes.stream().filter(RoleChange::loses).toList();
    return new GroupRulePreview(
        acting.size(),
        gains.stream().limit(MAX_SHOWN).toList(),
        gains.size(),
        losses.stream().limit(MAX_SHOWN).toList(),
        losses.size(),
        warnings);
  }
}
