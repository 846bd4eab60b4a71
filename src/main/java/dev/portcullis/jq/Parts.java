package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Alternative;
import dev.portcullis.jq.Expression.And;
import dev.portcullis.jq.Expression.Assign;
import dev.portcullis.jq.Expression.Binary;
import dev.portcullis.jq.Expression.Bind;
import dev.portcullis.jq.Expression.Break;
import dev.portcullis.jq.Expression.Call;
import dev.portcullis.jq.Expression.Comma;
import dev.portcullis.jq.Expression.Define;
import dev.portcullis.jq.Expression.Descend;
import dev.portcullis.jq.Expression.Foreach;
import dev.portcullis.jq.Expression.Identity;
import dev.portcullis.jq.Expression.If;
import dev.portcullis.jq.Expression.Index;
import dev.portcullis.jq.Expression.Interpolated;
import dev.portcullis.jq.Expression.Iterate;
import dev.portcullis.jq.Expression.Label;
import dev.portcullis.jq.Expression.Lenient;
import dev.portcullis.jq.Expression.ListOf;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Negation;
import dev.portcullis.jq.Expression.ObjectOf;
import dev.portcullis.jq.Expression.Or;
import dev.portcullis.jq.Expression.Pipe;
import dev.portcullis.jq.Expression.Reduce;
import dev.portcullis.jq.Expression.Slice;
import dev.portcullis.jq.Expression.Try;
import dev.portcullis.jq.Expression.Update;
import dev.portcullis.jq.Expression.Variable;
import java.util.List;
import java.util.stream.Stream;

/** The expressions that an expression is made of. */
final class Parts {

  private Parts() {}

  static List<Expression> of(Expression whole) {
    return switch (whole) {
      case Identity _, Descend _, Literal _, Variable _, Break _ -> List.of();
      case Interpolated(var parts) -> parts;
      case Index(var target, var key) -> List.of(target, key);
      case Slice(var target, var from, var to) ->
          Stream.of(Stream.of(target), from.stream(), to.stream()).flatMap(part -> part).toList();
      case Iterate(var target) -> List.of(target);
      case ListOf(var elements) -> elements.stream().toList();
      case ObjectOf(var members) ->
          members.stream().flatMap(member -> Stream.of(member.key(), member.value())).toList();
      case Negation(var operand) -> List.of(operand);
      case Pipe(var left, var right) -> List.of(left, right);
      case Comma(var left, var right) -> List.of(left, right);
      case Binary(_, var left, var right) -> List.of(left, right);
      case And(var left, var right) -> List.of(left, right);
      case Or(var left, var right) -> List.of(left, right);
      case Alternative(var left, var right) -> List.of(left, right);
      case If(var condition, var then, var otherwise) -> List.of(condition, then, otherwise);
      case Try(var body, var fallback) ->
          Stream.concat(Stream.of(body), fallback.stream()).toList();
      case Reduce(var source, _, var start, var update) -> List.of(source, start, update);
      case Foreach(var source, _, var start, var update, var extract) ->
          List.of(source, start, update, extract);
      case Bind(var source, _, var body) -> List.of(source, body);
      case Define(var definition, var rest) -> List.of(definition.body(), rest);
      case Call(_, var arguments) -> arguments;
      case Lenient(var access) -> List.of(access);
      case Label(_, var body) -> List.of(body);
      case Assign(var places, var values) -> List.of(places, values);
      case Update(var places, var update) -> List.of(places, update);
    };
  }
}
