package dev.portcullis.access.configuration;

import dev.portcullis.organization.Caller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One import under way: what came of it so far. */
final class ImportRun {

  private final Caller caller;
  private final Configuration wanted;
  private final Set<ConfigurationReference> failed;
  private final List<ConfigurationRemark> problems = new ArrayList<>();
  private final List<ConfigurationRemark> warnings = new ArrayList<>();

  ImportRun(Caller caller, ConfigurationImport order) {
    this.caller = caller;
    this.wanted = order.wanted();
    this.failed = new HashSet<>(order.unread());
  }

  Caller caller() {
    return caller;
  }

  UUID organizationId() {
    return caller.organizationId();
  }

  Configuration wanted() {
    return wanted;
  }

  List<ConfigurationRemark> problems() {
    return List.copyOf(problems);
  }

  List<ConfigurationRemark> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Brings something about, unless what it names was refused or could not be read: then it would be
   * refused for that alone.
   */
  void attempt(ConfigurationItem item, Supplier<Applied> attempt) {
    if (item.needs().anyMatch(failed::contains)) {
      failed.add(item.reference());
    } else {
      note(item, attempt.get());
    }
  }

  /** Keeps what came of something. */
  void note(ConfigurationItem item, Applied applied) {
    applied.problems().forEach(problem -> refuse(item.reference(), problem));
    applied
        .warnings()
        .forEach(warning -> warnings.add(new ConfigurationRemark(item.reference(), warning)));
  }

  /** Keeps that something is wrong. */
  void refuse(ConfigurationReference about, String problem) {
    failed.add(about);
    problems.add(new ConfigurationRemark(about, problem));
  }
}
