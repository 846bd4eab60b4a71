package dev.portcullis.scim;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.directory.Search;
import dev.portcullis.scim.filter.FilterBinder;
import dev.portcullis.scim.filter.FilterExpression;
import dev.portcullis.scim.filter.FilterParser;
import dev.portcullis.scim.filter.SortBinder;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;

/** Makes a directory's search of {@code filter}, {@code sortBy} and {@code sortOrder}. */
final class SearchBinding {

  private final List<ResourceSchema> searched;
  private final Optional<FilterExpression> filter;
  private final Optional<String> sortBy;
  private final boolean descending;

  private SearchBinding(ScimRequest request, SearchedTypes types) {
    this.searched = types.of(request.schemas());
    QueryParameters query = request.query();
    this.filter = query.filter().map(FilterParser::filter);
    this.sortBy = query.sortBy();
    this.descending = query.isDescending();
  }

  /**
   * The search that a request asks for.
   *
   * @throws ScimFault if an attribute is unknown or a value is unfit
   */
  static Search of(ScimRequest request, SearchedTypes types) {
    SearchBinding binding = new SearchBinding(request, types);
    ResourceSchema user = request.schemas().user();
    ResourceSchema group = request.schemas().group();
    return new Search(
        types.haveUsers() ? binding.query(user) : new DirectoryQuery.None(),
        types.haveGroups() ? binding.query(group) : new DirectoryQuery.None(),
        binding.sorting(types.haveUsers() ? binding.key(user) : Optional.empty()),
        binding.sorting(types.haveGroups() ? binding.key(group) : Optional.empty()),
        request.locations().of(ScimPaths.ROOT));
  }

  private DirectoryQuery query(ResourceSchema schema) {
    return filter
        .map(expression -> FilterBinder.query(expression, schema, searched))
        .orElseGet(DirectoryQuery.All::new);
  }

  private Optional<AttributeKey> key(ResourceSchema schema) {
    return sortBy.flatMap(name -> SortBinder.key(name, schema, searched));
  }

  private Sorting sorting(Optional<AttributeKey> by) {
    return new Sorting(by, descending);
  }
}
