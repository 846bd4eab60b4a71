package dev.portcullis.scim.refusals;

import java.util.ArrayList;
import java.util.List;

/** Ids that nothing has, methods that are not served, addresses that mean nothing. */
final class BadAddresses {

  private static final String BODY =
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"x\"}";

  private static final List<String> IDS =
      List.of(
          "0198aaaa-0000-7000-8000-000000000001",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "0",
          "1",
          "-1",
          "null",
          "undefined",
          "bjensen",
          "00u1",
          "bulkId:qwerty",
          "0198aaaa-0000-7000-8000-00000000000g",
          "0198aaaa000070008000000000000001",
          "%7B0198aaaa-0000-7000-8000-000000000001%7D",
          "%20",
          "%E2%80%AE",
          "%27%20or%20%271%27=%271",
          "%25",
          "*",
          "a".repeat(2_000));

  private BadAddresses() {}

  static List<BadRequest> all(World world) {
    List<BadRequest> all = new ArrayList<>(unknownIds());
    all.addAll(unservedMethods(world));
    all.addAll(unknownAddresses());
    all.addAll(malformedAddresses());
    return all;
  }

  private static List<BadRequest> unknownIds() {
    List<BadRequest> all = new ArrayList<>();
    for (String id : IDS) {
      for (String type : List.of("/Users/", "/Groups/")) {
        String patch =
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"displayName","value":"x"}]}\
            """;
        String put =
            type.equals("/Users/")
                ? BODY
                : BODY.replace("User\"", "Group\"").replace("userName", "displayName");
        all.add(BadRequest.of("no such id", "GET", type + id).expecting(404));
        all.add(BadRequest.of("no such id", "DELETE", type + id).expecting(404));
        all.add(BadRequest.of("no such id", "PUT", type + id, put).expecting(404));
        all.add(BadRequest.of("no such id", "PATCH", type + id, patch).expecting(404));
      }
    }
    return all;
  }

  private static List<BadRequest> unservedMethods(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String path : List.of("/Users", "/Groups")) {
      for (String method : List.of("PUT", "PATCH", "DELETE", "TRACE", "BREW", "PROPFIND", "get")) {
        all.add(BadRequest.of("no such method", method, path, BODY).expecting(405));
      }
    }
    for (String path : List.of(world.userPath(), world.groupPath())) {
      for (String method : List.of("POST", "TRACE", "LOCK", "MERGE")) {
        all.add(BadRequest.of("no such method", method, path, BODY).expecting(405));
      }
    }
    for (String path :
        List.of("/ServiceProviderConfig", "/Schemas", "/ResourceTypes", "/ResourceTypes/User")) {
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        all.add(BadRequest.of("discovery is read only", method, path, "{}").expecting(405));
      }
    }
    for (String path : List.of("/Bulk", "/.search", "/Users/.search", "/Groups/.search")) {
      for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
        all.add(BadRequest.of("POST alone is served", method, path, "{}").expecting(405));
      }
    }
    return all;
  }

  private static List<BadRequest> unknownAddresses() {
    List<BadRequest> all = new ArrayList<>();
    for (String path :
        List.of(
            "/User",
            "/users",
            "/Group",
            "/Roles",
            "/Entitlements",
            "/nonsense",
            "/Users/a/b",
            "/Users/a/b/c",
            "/Groups/a/members",
            "/Schemas/nonsense",
            "/ResourceTypes/nonsense",
            "/Schemas/a/b",
            "/ServiceProviderConfig/x",
            "/v2/Users",
            "/scim/v2/Users",
            "/Bulk/1",
            "/Self",
            "/.well-known",
            "/favicon.ico",
            "/Users%00")) {
      all.add(BadRequest.of("no such address", "GET", path));
      all.add(BadRequest.of("no such address", "DELETE", path));
    }
    for (String path : List.of("/Schemas", "/ResourceTypes", "/ServiceProviderConfig")) {
      all.add(
          BadRequest.of("discovery has no filters", "GET", path + "?filter=id%20pr")
              .expecting(403));
    }
    return all;
  }

  private static List<BadRequest> malformedAddresses() {
    List<BadRequest> all = new ArrayList<>();
    for (String path :
        List.of(
            "/Users?filter=%zz",
            "/Users?filter=userName%20eq%20%22%zz%22",
            "/Users?filter=userName%20eq%20%22%00%22",
            "/Users?filter=%ED%A0%80",
            "/Users?count=%C0%80",
            "/Users/%00",
            "/Users/%zz",
            "/Users/%",
            "/Users/;x",
            "/Users/..%2f..%2fv1",
            "/Groups/../Users/%5c",
            "/Users/%C3%28")) {
      all.add(BadRequest.of("no address at all", "GET", path));
      all.add(BadRequest.of("no address at all", "DELETE", path));
    }
    return all;
  }
}
