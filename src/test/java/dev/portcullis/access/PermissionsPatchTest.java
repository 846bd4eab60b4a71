package dev.portcullis.access;

import static dev.portcullis.access.Documents.after;
import static dev.portcullis.access.Documents.defaults;
import static dev.portcullis.access.Documents.operation;
import static dev.portcullis.access.Documents.owned;
import static dev.portcullis.access.Documents.property;
import static dev.portcullis.access.Documents.relation;
import static dev.portcullis.access.Documents.roles;
import static dev.portcullis.access.Documents.teams;
import static dev.portcullis.access.Documents.users;
import static dev.portcullis.permission.EntityOperation.READ;
import static dev.portcullis.permission.EntityOperation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.permission.EntityOperation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionsPatchTest {

  @Test
  void theDefaultsAreThoseOfPort() {
    BlueprintPermissions document = defaults();

    assertThat(read(document).roles()).containsExactly("Admin", "Env-moderator", "Member");
    assertThat(update(document).roles()).containsExactly("Admin", "Env-moderator");
    assertThat(document.updateProperties().keySet())
        .containsExactly("$icon", "$identifier", "$team", "$title", "slackChannelUrl");
    assertThat(document.updateRelations().keySet()).containsExactly("deployedAt");
    assertThat(document.blocks())
        .allMatch(block ->
            block.block().users().isEmpty()
                && block.block().teams().isEmpty()
                && !block.block().ownedByTeam());
  }

  @Test
  void anAbsentListStaysAndAPresentOneTakesTheWholePlace() {
    BlueprintPermissions document =
        after(
            operation(UPDATE, users("a@acme.example")), operation(UPDATE, users("b@acme.example")));

    assertThat(update(document).users()).containsExactly("b@acme.example");
    assertThat(update(document).roles()).containsExactly("Admin", "Env-moderator");
  }

  @Test
  void anEmptyListIsCleared() {
    assertThat(update(after(operation(UPDATE, roles()))).roles()).isEmpty();
  }

  @Test
  void aBlockThatIsAbsentStays() {
    BlueprintPermissions document = after(operation(UPDATE, roles("Admin")));

    assertThat(read(document)).isEqualTo(read(defaults()));
    assertThat(document.updateProperties()).isEqualTo(defaults().updateProperties());
  }

  @Test
  void ownedByTeamStaysUntilItIsSent() {
    assertThat(
            update(after(operation(UPDATE, owned(true)), operation(UPDATE, roles("Admin"))))
                .ownedByTeam())
        .isTrue();
    assertThat(
            update(after(operation(UPDATE, owned(true)), operation(UPDATE, owned(false))))
                .ownedByTeam())
        .isFalse();
  }

  @Test
  void listsAreSortedAndEachValueStandsOnce() {
    BlueprintPermissions document =
        after(
            operation(READ, roles("Member", "Admin", "Member")),
            operation(READ, teams("b", "a", "b")));

    assertThat(read(document).roles()).containsExactly("Admin", "Member");
    assertThat(read(document).teamNames()).containsExactly("a", "b");
  }

  @Test
  void fieldsThatTheBlueprintHasNotAreAllNamed() {
    PermissionsPatch patch =
        new PermissionsPatch(
            Map.of(
                "entities.updateProperties.zone", roles(),
                "entities.updateProperties.slackChannelUrl", roles(),
                "entities.updateProperties.area", roles(),
                "entities.updateRelations.runsOn", roles()),
            false,
            List.of());

    assertThat(patch.unknownProperties(defaults())).containsExactly("area", "zone");
    assertThat(patch.unknownRelations(defaults())).containsExactly("runsOn");
  }

  @Test
  void aTeamIsBoundWhenItIsWrittenAndKeepsItsMeaning() {
    BlueprintPermissions bound =
        Documents.applied(
            operation(UPDATE, teams("Payments")), defaults(), _ -> Optional.of("payments-1"));
    BlueprintPermissions later =
        Documents.applied(operation(UPDATE, roles("Admin")), bound, _ -> Optional.of("payments-2"));

    assertThat(update(later).teams())
        .containsExactly(new BoundTeam("Payments", Optional.of("payments-1")));
  }

  @Test
  void anUnknownTeamIsKeptAndMeansNone() {
    BlueprintPermissions document =
        Documents.applied(operation(UPDATE, teams("nobody")), defaults(), _ -> Optional.empty());

    assertThat(update(document).teamNames()).containsExactly("nobody");
    assertThat(update(document).teams().getFirst().identifier()).isEmpty();
  }

  @Test
  void valuesThatNameNothingAreRefusedByTheirPlace() {
    assertThat(property("$team", roles("Admin", " ")).problems())
        .singleElement()
        .asString()
        .startsWith("`entities.updateProperties.$team.roles`");
    assertThat(relation("deployedAt", users("a\nb")).problems()).hasSize(1);
    // A no-break space folds to a blank.
    assertThat(operation(READ, users("\u00a0")).problems()).hasSize(1);
    assertThat(operation(READ, teams("x".repeat(1_001))).problems()).hasSize(1);
    assertThat(operation(READ, users("a@acme.example")).problems()).isEmpty();
  }

  @Test
  void aNewPropertyGetsItsDefaultsAndARemovedOneLosesItsBlock() {
    BlueprintPermissions stored = after(property("slackChannelUrl", roles("Member")));

    BlueprintPermissions fitted = stored.fitted(Documents.env(List.of("language"), List.of()));

    assertThat(fitted.updateProperties().keySet())
        .containsExactly("$icon", "$identifier", "$team", "$title", "language");
    assertThat(fitted.updateProperties().get("language"))
        .isEqualTo(PermissionBlock.ofRoles(List.of("Admin", "Env-moderator")));
  }

  private static PermissionBlock read(BlueprintPermissions document) {
    return block(document, READ);
  }

  private static PermissionBlock update(BlueprintPermissions document) {
    return block(document, UPDATE);
  }

  private static PermissionBlock block(BlueprintPermissions document, EntityOperation operation) {
    return Objects.requireNonNull(document.operations().get(operation));
  }
}
