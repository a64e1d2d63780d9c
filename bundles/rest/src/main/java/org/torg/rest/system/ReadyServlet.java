package org.torg.rest.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.ReadinessCheck;
import org.torg.rest.Publication;
import org.torg.rest.http.Problem;
import org.torg.rest.http.ProblemReply;

/** 200 when an order could be placed, else 503 with what is missing. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("torg-ready")
@HttpWhiteboardServletPattern("/system/ready")
public final class ReadyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ReadyServlet.class);
    private static final String VENDORS = "vendors";

    private final transient Database database = new Database();
    private final transient StartLevels levels;

    /** Registered by Karaf when every feature of the start is installed; before, a bundle with a check may still come. */
    @Reference(
            service = AnyService.class,
            target = "(objectClass=org.apache.karaf.features.BootFinished)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Object boot;

    /** Published when its schema is up to date. */
    @Reference(
            target = "(osgi.jndi.service.name=torg)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable DataSource dataSource;

    @Reference(
            service = AnyService.class,
            target = "(&(objectClass=javax.persistence.EntityManagerFactory)(osgi.unit.name=torg))",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Object stores;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Publication publication;

    /** What the other bundles say of themselves; the kernel's check of the vendors must be among them. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile List<ReadinessCheck> checks = List.of();

    @Activate
    public ReadyServlet(BundleContext context) {
        levels = new StartLevels(context);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Problem.Error> missing = missing();
        if (!missing.isEmpty()) {
            ProblemReply.send(response, Problem.worded(503, "not-ready", "The server is not ready", missing));
            return;
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write("{\"status\":\"ready\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Deactivate
    void stop() {
        database.close();
    }

    private List<Problem.Error> missing() {
        List<Problem.Error> missing = new ArrayList<>();
        if (boot == null || !levels.areReached()) {
            missing.add(missing("start", "The start has not ended yet"));
        }
        DataSource source = dataSource;
        if (source == null) {
            missing.add(missing("schema", "The database is not reached, or its schema is not up to date"));
        } else if (!database.answers(source)) {
            missing.add(missing("database", "The database does not answer"));
        }
        if (stores == null) {
            missing.add(missing("stores", "The stores are not there"));
        }
        Publication api = publication;
        if (api == null || !api.isPublished()) {
            missing.add(missing("api", "The API is not there"));
        }
        if (api != null) {
            api.missing().forEach(service -> missing.add(missing("service", "Waiting for " + service)));
        }
        List<ReadinessCheck> present = List.copyOf(checks);
        if (present.stream().noneMatch(check -> check.name().equals(VENDORS))) {
            missing.add(missing(VENDORS, "The kernel is not there"));
        }
        for (ReadinessCheck check : present) {
            ask(check).ifPresent(detail -> missing.add(missing(check.name(), detail)));
        }
        return missing;
    }

    private static Optional<String> ask(ReadinessCheck check) {
        try {
            return check.missing();
        } catch (RuntimeException e) {
            LOG.warn("The check {} failed", check.name(), e);
            return Optional.of("The check failed; the log tells why");
        }
    }

    private static Problem.Error missing(String code, String detail) {
        return new Problem.Error("", code, detail);
    }
}
