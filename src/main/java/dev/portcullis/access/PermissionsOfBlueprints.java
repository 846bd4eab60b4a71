package dev.portcullis.access;

import dev.portcullis.catalog.BlueprintDeleted;
import dev.portcullis.catalog.BlueprintRenamed;
import dev.portcullis.organization.Caller;
import dev.portcullis.permission.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets permissions follow their blueprint: its document goes with it, and where it gets another
 * identifier its document, the names of its moderators and the group rules that make them do, too.
 */
@Component
class PermissionsOfBlueprints {

  private static final String MODERATOR = "-moderator";

  private final PermissionRows rows;
  private final GroupRuleRows rules;
  private final Clock clock;

  PermissionsOfBlueprints(PermissionRows rows, GroupRuleRows rules, Clock clock) {
    this.rows = rows;
    this.rules = rules;
    this.clock = clock;
  }

  @EventListener
  void on(BlueprintDeleted deleted) {
    rows.delete(deleted.caller().organizationId(), PermissionOwner.blueprint(deleted.identifier()));
  }

  @EventListener
  void on(BlueprintRenamed renamed) {
    UUID organizationId = renamed.caller().organizationId();
    Instant now = clock.instant();
    rows.rename(organizationId, PermissionOwner.blueprint(renamed.formerly()), renamed.now());
    documents(renamed.caller(), renamed.formerly() + MODERATOR, renamed.now() + MODERATOR, now);
    rules.allLocked(organizationId).stream()
        .filter(rule -> rule.grant().blueprints().contains(renamed.formerly()))
        .forEach(rule ->
            rules.update(
                organizationId,
                new GroupRule(
                    rule.identifier(),
                    rule.title(),
                    rule.connections(),
                    rule.groups(),
                    new Grant(
                        rule.grant().role(),
                        rule.grant().blueprints().stream()
                            .map(name -> name.equals(renamed.formerly()) ? renamed.now() : name)
                            .toList())),
                now));
  }

  private void documents(Caller caller, String formerly, String role, Instant now) {
    rows.everyNewest(caller.organizationId())
        .forEach((owner, newest) -> {
          PermissionDocument before = newest.permissions();
          PermissionDocument after =
              before.edited(keyed -> keyed.with(renamed(keyed.block(), formerly, role)));
          if (!after.equals(before)) {
            rows.add(caller, new VersionedPermissions(owner, newest.version() + 1, after), now);
          }
        });
  }

  private static PermissionBlock renamed(PermissionBlock block, String formerly, String role) {
    return new PermissionBlock(
        renamed(block.roles(), formerly, role),
        block.users(),
        block.teams(),
        block.ownedByTeam(),
        block.policy());
  }

  private static List<String> renamed(List<String> names, String formerly, String now) {
    return names.stream().map(name -> means(name, formerly) ? now : name).toList();
  }

  /** As the engine compares them, not as Java does, which takes more letters for the same. */
  private static boolean means(String name, String moderators) {
    return Role.named(name).equals(Role.named(moderators));
  }
}
