package dev.portcullis.signin.browser;

import dev.portcullis.access.RoleAccount;
import dev.portcullis.directory.Absence;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Evidence;
import dev.portcullis.signin.OwnAccess;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page says to the person who is signed in, sentence by sentence.
 *
 * @param name by which they are known here
 * @param held why their newest sign-in changed no team; empty if it counted
 */
record HomeModel(
    String name,
    String connection,
    String role,
    List<String> roleReasons,
    List<Row> teams,
    List<Row> absences,
    List<Reason> held) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A team by its name, with what speaks for or against it. */
  record Row(String name, List<Reason> reasons) {}

  /**
   * One ground.
   *
   * @param text what happened
   * @param time when, for programs, and {@code shown} for people
   * @param trace of the request, by which an administrator finds it; empty if there is none
   */
  record Reason(String text, String time, String shown, String trace) {

    static Reason at(Instant at, String text, String trace) {
      return new Reason(text, at.toString(), TIME.format(at), trace);
    }
  }

  static HomeModel of(OwnAccess.Account account) {
    return new HomeModel(
        account.user().email().orElse(account.user().userName()),
        account.connection().name(),
        role(account.role()),
        roleReasons(account.role()),
        account.teams().stream().map(HomeModel::team).toList(),
        account.absences().stream().map(HomeModel::absence).toList(),
        account.held().stream()
            .map(held ->
                Reason.at(
                    held.at(),
                    "Your newest sign-in changed none of your teams: " + held.because(),
                    ""))
            .toList());
  }

  private static String role(RoleAccount account) {
    List<String> blueprints = account.role().moderatedBlueprints();
    return blueprints.isEmpty()
        ? account.role().role()
        : account.role().role() + " of " + String.join(", ", blueprints);
  }

  private static List<String> roleReasons(RoleAccount account) {
    List<String> reasons = new ArrayList<>();
    account
        .grounds()
        .forEach(ground ->
            reasons.add(
                "Group rule “%s” gives it to “%s”, where you belong"
                    .formatted(ground.ruleTitle(), ground.groupName())));
    if (account.byHand()) {
      reasons.add(
          account.role().role().equals("Member")
              ? "Everybody has it"
              : "An administrator gave it to you");
    }
    return reasons;
  }

  private static Row team(Belonging team) {
    return new Row(team.shownName(), team.evidence().stream().map(HomeModel::reason).toList());
  }

  private static Reason reason(Evidence evidence) {
    return switch (evidence) {
      case Evidence.ScimWord(Instant at, String trace) ->
          Reason.at(at, "Your identity provider put you here", trace);
      case Evidence.Claim(Instant at, String trace, String name) ->
          Reason.at(at, "You signed in as a member of “%s”".formatted(name), trace);
      case Evidence.ByHand(Instant at, String trace, _) ->
          Reason.at(at, "An administrator put you here", trace);
    };
  }

  private static Row absence(Absence absence) {
    String text =
        switch (absence) {
          case Absence.Filtered _ ->
              "Your sign-in names it; the filter of this connection leaves it out";
          case Absence.TakenAway _ -> "Your identity provider took you out";
          case Absence.Deleted _ -> "Your identity provider deleted the group";
          case Absence.LeftOut _ ->
              "Your identity provider put you here, but you have signed in" + " without it since";
        };
    return new Row(absence.name(), List.of(Reason.at(absence.at(), text, "")));
  }
}
