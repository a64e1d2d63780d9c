package org.torg.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** What went to the database since it was last forgotten: statements, of which a batch is one, and commits. */
public final class SentStatements implements QueryExecutionListener {
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Counted when it is done.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        statements.add(queries.isEmpty() ? "" : queries.get(0).getQuery());
    }

    void called(MethodExecutionContext call) {
        if (call.getMethod().getName().equals("commit")) {
            commits.incrementAndGet();
        }
    }

    public void forget() {
        statements.clear();
        commits.set(0);
    }

    public List<String> statements() {
        return List.copyOf(statements);
    }

    public int commits() {
        return commits.get();
    }
}
