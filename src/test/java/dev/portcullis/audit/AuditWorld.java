package dev.portcullis.audit;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An organization whose audit log somebody reads, and whose rows somebody may tamper with. */
final class AuditWorld {

  final SignedInWorld world;

  AuditWorld(TestDatabase database) {
    world = new SignedInWorld(database);
  }

  JdbcClient jdbc() {
    return world.server.bean(JdbcClient.class);
  }

  /** What the sealer does within a second. */
  void seal() {
    world.server.bean(AuditChain.class).seal(world.organizationId());
  }

  Reply log(String query) {
    Reply reply = world.tenant.admin().get("/v1/audit-log" + query);
    SignedInWorld.require(reply, 200);
    return reply;
  }

  List<JsonNode> audits(String query) {
    return audits(log(query));
  }

  static List<JsonNode> audits(Reply reply) {
    return StreamSupport.stream(reply.json().get("audits").spliterator(), false).toList();
  }

  /** What Okta sends to change a group. */
  Reply patchGroup(String group, String operation) {
    return world
        .okta
        .scim()
        .patch(
            "/scim/v2/Groups/" + group,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}
            """
                .formatted(operation));
  }

  Reply group(String name, String members) {
    return world
        .okta
        .scim()
        .post(
            "/scim/v2/Groups",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s",
             "members":[%s]}
            """
                .formatted(name, members));
  }

  /** Changes the database behind the server's back, where {@code :organization} is this one. */
  int tamper(String sql) {
    return jdbc().sql(sql).param("organization", world.organizationId()).update();
  }
}
