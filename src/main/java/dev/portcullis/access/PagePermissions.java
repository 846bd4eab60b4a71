package dev.portcullis.access;

import dev.portcullis.permission.EntityOperation;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The permission document of a page: who may see it, and who may edit it. */
public record PagePermissions(PermissionBlock read, PermissionBlock update)
    implements PermissionDocument {

  /** What holds until somebody says otherwise. */
  static PagePermissions defaults() {
    return new PagePermissions(
        PermissionBlock.ofRoles(List.of("Admin", "Member")),
        PermissionBlock.ofRoles(List.of("Admin")));
  }

  @Override
  public Stream<KeyedBlock> blocks() {
    return Stream.of(keyedRead(), keyedUpdate());
  }

  @Override
  public PagePermissions edited(UnaryOperator<KeyedBlock> edit) {
    return new PagePermissions(edit.apply(keyedRead()).block(), edit.apply(keyedUpdate()).block());
  }

  private KeyedBlock keyedRead() {
    return new KeyedBlock("read", EntityOperation.READ, read);
  }

  private KeyedBlock keyedUpdate() {
    return new KeyedBlock("update", EntityOperation.UPDATE, update);
  }
}
