package dev.portcullis.access;

import dev.portcullis.permission.RunOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The permission document of an action: who may see and run it, and who may approve a run. */
public record ActionPermissions(PermissionBlock execute, PermissionBlock approve)
    implements PermissionDocument {

  /**
   * What holds until somebody says otherwise.
   *
   * @param blueprint of the action, whose moderators may run it too
   */
  static ActionPermissions defaults(Optional<String> blueprint) {
    List<String> everybody =
        Stream.concat(
                Stream.of("Admin", "Member"), blueprint.map(name -> name + "-moderator").stream())
            .toList();
    return new ActionPermissions(
        PermissionBlock.ofRoles(everybody), PermissionBlock.ofRoles(List.of("Admin")));
  }

  @Override
  public Stream<KeyedBlock> blocks() {
    return Stream.of(keyedExecute(), keyedApprove());
  }

  @Override
  public ActionPermissions edited(UnaryOperator<KeyedBlock> edit) {
    return new ActionPermissions(
        edit.apply(keyedExecute()).block(), edit.apply(keyedApprove()).block());
  }

  private KeyedBlock keyedExecute() {
    return new KeyedBlock("execute", RunOperation.EXECUTE, execute);
  }

  private KeyedBlock keyedApprove() {
    return new KeyedBlock("approve", RunOperation.APPROVE, approve);
  }
}
