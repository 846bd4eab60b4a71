package dev.portcullis.access;

import dev.portcullis.catalog.BlueprintDeleted;
import dev.portcullis.catalog.BlueprintRenamed;
import dev.portcullis.directory.People;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets Moderators whom an Admin made follow their blueprints, so that nobody looks after a later
 * one that only has the name of theirs.
 */
@Component
class ModeratorsByHand {

  private final People people;

  ModeratorsByHand(People people) {
    this.people = people;
  }

  @EventListener
  void on(BlueprintDeleted deleted) {
    people.moderateInstead(deleted.caller(), deleted.identifier(), Optional.empty());
  }

  @EventListener
  void on(BlueprintRenamed renamed) {
    people.moderateInstead(renamed.caller(), renamed.formerly(), Optional.of(renamed.now()));
  }
}
