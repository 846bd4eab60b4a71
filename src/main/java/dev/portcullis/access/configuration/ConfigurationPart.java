package dev.portcullis.access.configuration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One kind of thing: how it is read, and how it is brought about through its doorway.
 *
 * @param <T> what it is in a configuration
 */
abstract class ConfigurationPart<T extends ConfigurationItem> {

  private final ConfigurationKind kind;
  private final Class<T> type;

  ConfigurationPart(ConfigurationKind kind, Class<T> type) {
    this.kind = kind;
    this.type = type;
  }

  final ConfigurationKind kind() {
    return kind;
  }

  /** All that there is, in any order. */
  abstract List<T> present(UUID organizationId);

  /** What is wanted as it would be kept, given what is there in its place. */
  T settled(UUID organizationId, T sent, Optional<T> before) {
    return sent;
  }

  abstract Applied create(ImportRun run, T item);

  abstract Applied change(ImportRun run, T before, T after);

  abstract Applied remove(ImportRun run, T item);

  final PartPlan<T> plan(ImportRun run) {
    UUID organizationId = run.organizationId();
    List<T> wanted = run.wanted().of(kind).stream().map(type::cast).toList();
    return PartPlan.of(
        present(organizationId), wanted, (sent, before) -> settled(organizationId, sent, before));
  }

  /** Brings about what is new or otherwise. */
  void apply(ImportRun run, PartPlan<T> plan) {
    plan.add().forEach(item -> run.attempt(item, () -> create(run, item)));
    plan.change()
        .forEach(change ->
            run.attempt(change.after(), () -> change(run, change.before(), change.after())));
  }

  /** Takes away what is not wanted. */
  void remove(ImportRun run, List<T> items) {
    items.forEach(item -> run.note(item, remove(run, item)));
  }
}
