package org.torg.rest.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Asks a database for a sign of life, one question at a time and within a bound. */
final class Database implements AutoCloseable {
    private static final int BOUND_SECONDS = 2;

    private final ExecutorService questions = new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task, "torg-ready"));

    /** True when a trivial query is answered within two seconds; false also while an earlier one still waits. */
    boolean answers(DataSource dataSource) {
        try {
            Future<Boolean> answer = questions.submit(() -> ask(dataSource));
            return answer.get(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ask(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(BOUND_SECONDS);
            // Derby and PostgreSQL both take it.
            return statement.execute("VALUES (1)");
        }
    }

    @Override
    public void close() {
        questions.shutdownNow();
    }
}
