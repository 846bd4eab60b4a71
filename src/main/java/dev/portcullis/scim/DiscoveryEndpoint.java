package dev.portcullis.scim;

import com.unboundid.scim2.common.BaseScimResource;
import com.unboundid.scim2.common.types.Meta;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Tells clients what works here (RFC 7644 §4); there is nothing to filter. */
@RestController
class DiscoveryEndpoint {

  @GetMapping(ScimPaths.SERVICE_PROVIDER_CONFIG)
  ResponseEntity<Object> serviceProviderConfig(ScimRequest request) {
    refuseFilter(request);
    String location = request.locations().of(ScimPaths.SERVICE_PROVIDER_CONFIG);
    return ScimResponses.ok(
        shown(Discovery.serviceProviderConfig(), "ServiceProviderConfig", location), location);
  }

  @GetMapping(ScimPaths.RESOURCE_TYPES)
  ResponseEntity<Object> resourceTypes(ScimRequest request) {
    return list(
        request,
        Discovery.resourceTypes(request.schemas()),
        "ResourceType",
        ScimPaths.RESOURCE_TYPES);
  }

  @GetMapping(ScimPaths.RESOURCE_TYPES + "/{id}")
  ResponseEntity<Object> resourceType(ScimRequest request, @PathVariable String id) {
    return one(
        request,
        Discovery.resourceTypes(request.schemas()),
        "ResourceType",
        ScimPaths.RESOURCE_TYPES,
        id);
  }

  @GetMapping(ScimPaths.SCHEMAS)
  ResponseEntity<Object> schemas(ScimRequest request) {
    return list(request, Discovery.schemas(request.schemas()), "Schema", ScimPaths.SCHEMAS);
  }

  @GetMapping(ScimPaths.SCHEMAS + "/{id}")
  ResponseEntity<Object> schema(ScimRequest request, @PathVariable String id) {
    return one(request, Discovery.schemas(request.schemas()), "Schema", ScimPaths.SCHEMAS, id);
  }

  private static ResponseEntity<Object> list(
      ScimRequest request, List<? extends BaseScimResource> resources, String type, String path) {
    refuseFilter(request);
    List<ObjectNode> shown =
        resources.stream()
            .map(resource -> shown(resource, type, location(request, path, resource)))
            .toList();
    return ScimResponses.list(shown.size(), 1, shown);
  }

  private static ResponseEntity<Object> one(
      ScimRequest request,
      List<? extends BaseScimResource> resources,
      String type,
      String path,
      String id) {
    refuseFilter(request);
    BaseScimResource found =
        resources.stream()
            .filter(resource -> id.equalsIgnoreCase(resource.getId()))
            .findFirst()
            .orElseThrow(Refusals::absent);
    String location = location(request, path, found);
    return ScimResponses.ok(shown(found, type, location), location);
  }

  private static String location(ScimRequest request, String path, BaseScimResource resource) {
    return request.locations().of(path, String.valueOf(resource.getId()));
  }

  private static ObjectNode shown(BaseScimResource resource, String type, String location) {
    resource.setMeta(new Meta().setResourceType(type).setLocation(URI.create(location)));
    return JsonUtils.valueToNode(resource);
  }

  /** RFC 7644 §4: a filter on discovery is answered with 403. */
  private static void refuseFilter(ScimRequest request) {
    if (request.query().filter().isPresent()) {
      throw ScimFault.of(
          HttpServletResponse.SC_FORBIDDEN, "discovery cannot be filtered: leave `filter` out");
    }
  }
}
