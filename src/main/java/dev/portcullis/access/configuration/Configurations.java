package dev.portcullis.access.configuration;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The doorway to an organization's configuration as a whole. */
@Component
public class Configurations {

  /**
   * The most things that one import adds, changes and removes: each is a write of its own, which
   * looks at all others of its kind, within one transaction.
   */
  public static final int MAX_CHANGES = 1_000;

  private final ConfigurationParts parts;

  Configurations(ConfigurationParts parts) {
    this.parts = parts;
  }

  /** Everything that belongs into a file, as it is at one moment. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ExportOutcome export(UUID organizationId) {
    List<String> ambiguous = parts.ambiguous(organizationId);
    if (!ambiguous.isEmpty()) {
      return new ExportOutcome.Ambiguous(ambiguous);
    }
    Map<ConfigurationKind, List<ConfigurationItem>> found = new EnumMap<>(ConfigurationKind.class);
    parts.all().forEach(part -> found.put(part.kind(), List.copyOf(part.present(organizationId))));
    return new ExportOutcome.Exported(new Configuration(found));
  }

  /**
   * Brings an organization to what a document says, or says what that would do; all or nothing.
   *
   * <p>A dry run does it, too, and takes it back, so that it meets whatever the import would meet.
   */
  @OneTransaction
  public ImportOutcome apply(Caller caller, ConfigurationImport order) {
    ImportRun run = new ImportRun(caller, order);
    boolean prunes = order.prune() && order.isWhole();
    refuseAmbiguous(run, prunes);
    Optional<List<PartRun<?>>> carriedOut = carriedOut(run, prunes);
    boolean refused = !run.problems().isEmpty() || !order.isWhole();
    if (carriedOut.isEmpty() || refused || order.dryRun()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
    if (refused) {
      return new ImportOutcome.Rejected(run.problems());
    }
    return carriedOut
        .<ImportOutcome>map(
            partRuns -> new ImportOutcome.Planned(plan(partRuns, prunes), run.warnings()))
        .orElseGet(() -> new ImportOutcome.TooMuch(MAX_CHANGES));
  }

  /** Names of applications do not have to be unique; those that an import goes by do. */
  private void refuseAmbiguous(ImportRun run, boolean prunes) {
    if (!run.wanted().says(ConfigurationKind.APPLICATION)) {
      return;
    }
    List<String> named =
        run.wanted().of(ConfigurationKind.APPLICATION).stream()
            .map(ConfigurationItem::identifier)
            .toList();
    parts.ambiguous(run.organizationId()).stream()
        .filter(name -> prunes || named.contains(name))
        .forEach(name ->
            run.refuse(
                new ConfigurationReference(ConfigurationKind.APPLICATION, name),
                "bears the name of several applications here; rename all but one of them first"));
  }

  /** Does it all; empty if it is too much for one import, and then it is not all done. */
  private Optional<List<PartRun<?>>> carriedOut(ImportRun run, boolean prunes) {
    List<PartRun<?>> carriedOut = new ArrayList<>();
    int changes = 0;
    for (ConfigurationPart<?> part : parts.all()) {
      if (run.wanted().says(part.kind())) {
        PartRun<?> partRun = new PartRun<>(part, run);
        changes += partRun.changes(prunes);
        if (changes > MAX_CHANGES) {
          return Optional.empty();
        }
        partRun.apply();
        carriedOut.add(partRun);
      }
    }
    finish(run, carriedOut, prunes);
    return Optional.of(carriedOut);
  }

  /** Takes away what is not wanted, and looks whether all is as it should be. */
  private static void finish(ImportRun run, List<PartRun<?>> carriedOut, boolean prunes) {
    if (prunes) {
      Set<ConfigurationReference> missing = missing(carriedOut);
      carriedOut.reversed().forEach(partRun -> partRun.remove(missing));
    }
    if (run.problems().isEmpty()) {
      carriedOut.forEach(partRun -> partRun.verify(prunes));
    }
  }

  private static Set<ConfigurationReference> missing(List<PartRun<?>> partRuns) {
    Set<ConfigurationReference> missing = new HashSet<>();
    partRuns.forEach(partRun -> missing.addAll(partRun.missing()));
    return missing;
  }

  private static ConfigurationPlan plan(List<PartRun<?>> partRuns, boolean prune) {
    Set<ConfigurationReference> missing = missing(partRuns);
    List<ConfigurationItem> surplus =
        (prune ? partRuns.reversed() : partRuns)
            .stream().flatMap(partRun -> partRun.notWanted(missing).stream()).toList();
    return new ConfigurationPlan(
        partRuns.stream().flatMap(partRun -> partRun.added().stream()).toList(),
        partRuns.stream().flatMap(partRun -> partRun.changed().stream()).toList(),
        prune ? surplus : List.of(),
        prune ? List.of() : surplus,
        partRuns.stream().mapToInt(PartRun::unchanged).sum());
  }
}
