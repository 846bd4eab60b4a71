package dev.portcullis.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches which SQL statements the server runs; they do not depend on the machine. */
@Configuration(proxyBeanMethods = false)
public class StatementCounting {

  private static final List<Count> WATCHERS = new CopyOnWriteArrayList<>();

  /** The statements run since it was opened. */
  public static final class Count implements AutoCloseable {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    /**
     * The statements, without those that stamp a SCIM token's last use or look whether there is
     * another signing key, which come by the clock.
     */
    public List<String> statements() {
      return statements.stream()
          .filter(sql -> !sql.contains("set last_used_at") && !sql.contains("signing_keys"))
          .toList();
    }

    /** All statements. */
    public List<String> all() {
      return List.copyOf(statements);
    }

    @Override
    public void close() {
      WATCHERS.remove(this);
    }
  }

  static Count count() {
    Count count = new Count();
    WATCHERS.add(count);
    return count;
  }

  @Bean
  static BeanPostProcessor countingDataSource() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(source) : bean;
      }
    };
  }

  private static DataSource watched(DataSource source) {
    return proxy(
        DataSource.class,
        (_, method, arguments) -> {
          Object result = invoke(source, method, arguments);
          return result instanceof Connection connection ? watched(connection) : result;
        });
  }

  private static Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          Object result = invoke(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? watched(statement, (String) arguments[0])
              : result;
        });
  }

  private static PreparedStatement watched(PreparedStatement statement, String sql) {
    return proxy(
        PreparedStatement.class,
        (_, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            WATCHERS.forEach(watcher -> watcher.statements.add(sql));
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
