package dev.portcullis.access;

import dev.portcullis.permission.Action;

/**
 * A block with its place in the document.
 *
 * @param key such as {@code entities.updateProperties.slackChannelUrl} or {@code execute}
 * @param action what the block grants
 */
public record KeyedBlock(String key, Action action, PermissionBlock block) {

  KeyedBlock with(PermissionBlock other) {
    return new KeyedBlock(key, action, other);
  }
}
