package dev.portcullis.demo;

import dev.portcullis.demo.ConnectionSetup.Check;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Replays the Kubernetes organisations into a running server as Okta would, signs people in, asks
 * for decisions, and exits 0 only if every membership and decision is as the file says.
 */
public final class KubernetesDemo {

  private static final int DIFFERS = 1;
  private static final int BROKEN = 2;

  private final DemoSettings settings;
  private final PrintStream out;
  private final KubernetesOrganization organization = KubernetesOrganization.load();
  private final List<PlannedSignIn> signIns = PlannedSignIn.all(organization);
  private final Questions questions = new Questions(organization);
  private final AssignedIds ids = new AssignedIds();
  private final Differences differences = new Differences();
  private final Wire wire = new Wire();
  private final Workers workers;
  private final Progress progress;

  private KubernetesDemo(DemoSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.workers = new Workers(settings.workers(), differences);
    this.progress = new Progress(out, settings.terminal(), wire);
  }

  /** Runs the demo against the server that the environment names. */
  public static void main(String[] args) {
    try {
      System.exit(new KubernetesDemo(DemoSettings.from(System.getenv()), System.out).exitCode());
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
      System.exit(BROKEN);
    }
  }

  private int exitCode() {
    try {
      run();
      return differences.count() == 0 ? 0 : DIFFERS;
    } catch (Reply.UnexpectedReply | IOException | UncheckedIOException e) {
      out.printf("%nThe demo stopped: %s%n", e.getMessage());
      Summary.printDifferences(out, differences);
      return BROKEN;
    }
  }

  private void run() throws IOException {
    try (OpenIdProvider provider =
        OpenIdProvider.start(settings, signIns.stream().map(PlannedSignIn::account).toList())) {
      out.println("Identity provider: " + provider.description());
      run(provider);
    }
  }

  private void run(OpenIdProvider provider) {
    ApiClient api =
        ApiClient.signedIn(wire, settings.server(), settings.clientId(), settings.clientSecret());
    ScimClient okta = connect(new ConnectionSetup(api), provider);
    pushPeople(new UserPush(okta, ids, differences));
    pushGroups(new GroupPush(okta, organization, ids));
    loadCatalog(new CatalogSetup(api, differences));
    if (differences.count() > 0) {
      out.printf("%nStopped: what was pushed was not taken as it should have been.%n");
      Summary.printDifferences(out, differences);
      return;
    }
    ReadBack readBack = readBack(new ReadBack(okta, organization, ids, differences));
    signIn(new SignInRound(provider, api, ids, differences));
    DecisionRound decisions = decide(new DecisionRound(api, differences));
    summary(readBack, decisions).print(out, differences);
  }

  private ScimClient connect(ConnectionSetup setup, OpenIdProvider provider) {
    JsonNode connection = setup.connect(provider);
    out.println("Connection `" + Scenario.CONNECTION + "`, verified live:");
    for (Check check : setup.verify()) {
      out.printf("  %-4s %s: %s%n", check.ok() ? "ok" : "NOT", check.name(), check.detail());
      differences.compare("check " + check.name() + " (" + check.detail() + ")", true, check.ok());
    }
    out.println();
    return new ScimClient(wire, connection.path("scimBaseUrl").asString(), setup.scimToken());
  }

  private void pushPeople(UserPush push) {
    step("Users: probe and POST", organization.people(), push::create);
    step(
        "Logins that differ only in case: refused",
        organization.refusedDuplicates(),
        push::createDuplicate);
  }

  private void pushGroups(GroupPush push) {
    step("Groups: POST, then members in four ways", organization.teams(), push::push);
  }

  private void loadCatalog(CatalogSetup catalog) {
    catalog.blueprint();
    catalog.letOwnersUpdate();
    Scenario.MODERATOR_RULES.forEach(catalog::rule);
    step("Repositories and their owning teams", organization.repositories(), catalog::repository);
  }

  private ReadBack readBack(ReadBack readBack) {
    readBack.totals();
    step("Memberships read from the groups", organization.teams(), readBack::fromGroup);
    step("Memberships read from the users", organization.people(), readBack::fromUser);
    return readBack;
  }

  private void signIn(SignInRound round) {
    step("Sign-ins through the login hook", signIns, round::signIn);
  }

  private DecisionRound decide(DecisionRound round) {
    step("Decisions compared with the file", questions.all(signIns), round::ask);
    round.show(questions.shown(signIns.getFirst()), out);
    return round;
  }

  private <T> void step(String name, List<T> things, Consumer<? super T> work) {
    progress.phase(
        name,
        things.size(),
        counter ->
            workers.each(
                things,
                thing -> {
                  work.accept(thing);
                  counter.step();
                }));
  }

  private Summary summary(ReadBack readBack, DecisionRound decisions) {
    return new Summary(
        organization,
        progress.phases(),
        readBack.seenFromGroups(),
        readBack.seenFromUsers(),
        signIns.size(),
        (int) signIns.stream().filter(PlannedSignIn::newcomer).count(),
        decisions.checked());
  }
}
