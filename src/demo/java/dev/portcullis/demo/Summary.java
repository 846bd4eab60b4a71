package dev.portcullis.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** The last page: what was pushed, what it cost, and whether the server agrees with the file. */
record Summary(
    KubernetesOrganization organization,
    List<Progress.Phase> phases,
    int seenFromGroups,
    int seenFromUsers,
    int signIns,
    int newcomers,
    int decisions) {

  private static final int DIFFERENCES_SHOWN = 10;

  void print(PrintStream out, Differences differences) {
    out.printf("%nSummary%n");
    phases.forEach(phase -> printPhase(out, phase));
    printPhase(
        out,
        new Progress.Phase(
            "all of it",
            phases.stream().mapToLong(Progress.Phase::requests).sum(),
            phases.stream().map(Progress.Phase::time).reduce(Duration.ZERO, Duration::plus)));
    out.println();
    line(out, "users", organization.people().size(), "");
    line(out, "refused duplicates", organization.refusedDuplicates().size(), "differ only in case");
    line(out, "groups", organization.teams().size(), "");
    line(out, "memberships in the file", organization.memberships(), "");
    line(out, "  read back from the groups", seenFromGroups, "");
    line(out, "  read back from the users", seenFromUsers, "");
    line(out, "repositories", organization.repositories().size(), "");
    line(out, "people signed in", signIns, newcomers + " of them unknown to SCIM");
    line(out, "decisions checked", decisions, "");
    line(out, "differences from the file", differences.count(), "");
    printDifferences(out, differences);
  }

  /** The first few, and how many there are. */
  static void printDifferences(PrintStream out, Differences differences) {
    List<String> shown = differences.first(DIFFERENCES_SHOWN);
    if (!shown.isEmpty()) {
      out.printf("%nThe first %d of %d differences%n", shown.size(), differences.count());
      shown.forEach(difference -> out.println("  " + difference));
    }
  }

  private static void printPhase(PrintStream out, Progress.Phase phase) {
    out.printf(
        "  %-46s %,7d requests %6.1f s %,7.0f/s%n",
        phase.name(), phase.requests(), phase.time().toNanos() / 1e9, phase.requestsPerSecond());
  }

  private static void line(PrintStream out, String what, int count, String remark) {
    out.println("  %-30s %,7d  %s".formatted(what, count, remark).stripTrailing());
  }
}
