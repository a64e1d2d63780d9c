package org.torg.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** The statements that went to the database; a batch is one. */
public final class Statements implements QueryExecutionListener {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile List<QueryInfo> last = List.of();

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Counted when it is done.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        sent.add(queries.isEmpty() ? "" : queries.get(0).getQuery());
        last = List.copyOf(queries);
    }

    /** The last one, with its parameters. */
    public QueryInfo last() {
        return last.get(0);
    }

    public void forget() {
        sent.clear();
    }

    public List<String> sent() {
        return List.copyOf(sent);
    }

    /** Runs the work, and fails unless it took this many statements. */
    public void expect(int count, Runnable work) {
        forget();
        work.run();
        assertThat(sent).as("statements").hasSize(count);
    }
}
