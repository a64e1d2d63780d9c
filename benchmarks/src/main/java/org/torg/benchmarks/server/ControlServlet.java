package org.torg.benchmarks.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What the bench asks of the server from inside; each is a POST, its answer one line of text. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("bench-control")
@HttpWhiteboardServletPattern("/bench/control/*")
public final class ControlServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String REST = "org.torg.rest";

    private final transient BundleContext context;
    private final transient DataSource dataSource;
    private final transient Payload payload;

    @Activate
    public ControlServlet(
            BundleContext context,
            @Reference(target = "(dataSourceName=torg)") DataSource dataSource,
            @Reference Payload payload) {
        this.context = context;
        this.dataSource = dataSource;
        this.payload = payload;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String answer;
        try {
            answer = switch (String.valueOf(request.getPathInfo())) {
                case "/payload" -> payload(request.getInputStream().readAllBytes());
                case "/rest" -> rest(Boolean.parseBoolean(request.getParameter("on")));
                case "/plain" -> plain(request);
                case "/heap" -> heap();
                case "/columns" -> columns(request.getParameter("table"));
                case "/sql" -> sql(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                default -> throw new ServletException("unknown: " + request.getPathInfo());
            };
        } catch (SQLException | BundleException e) {
            throw new ServletException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(answer);
    }

    /** The most MiB that were in use, garbage included, since this was last asked. */
    private static String heap() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                bytes += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        return Long.toString(bytes / 1024 / 1024);
    }

    private String payload(byte[] bytes) {
        payload.set(bytes);
        return Integer.toString(bytes.length);
    }

    /** Without its filter the server is as bare as it gets. */
    private String rest(boolean on) throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (REST.equals(bundle.getSymbolicName())) {
                if (on) {
                    bundle.start();
                } else {
                    bundle.stop();
                }
                return Boolean.toString(on);
            }
        }
        throw new BundleException("there is no " + REST);
    }

    private String plain(HttpServletRequest request) throws SQLException, InterruptedException {
        PlainOrders orders = new PlainOrders(dataSource, request.getParameter("order"));
        return orders.run(
                Integer.parseInt(request.getParameter("threads")),
                Duration.ofMillis(Long.parseLong(request.getParameter("millis"))),
                request.getParameter("sku"),
                Integer.parseInt(request.getParameter("skus")));
    }

    /** The columns of a table that an insert may name, in small letters, parted by commas. */
    private String columns(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            StringJoiner columns = new StringJoiner(",");
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                if (!none.getMetaData().isAutoIncrement(i)) {
                    columns.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
            return columns.toString();
        }
    }

    /** Statements, parted by semicolons at line ends; the answer is the first column of the first row of the last. */
    private String sql(String statements) throws SQLException {
        String answer = "";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements.split(";\\s*(\\n|$)")) {
                if (statement.execute(sql)) {
                    try (ResultSet results = statement.getResultSet()) {
                        answer = results.next() ? String.valueOf(results.getString(1)) : "";
                    }
                } else {
                    answer = Integer.toString(statement.getUpdateCount());
                }
            }
        }
        return answer;
    }
}
