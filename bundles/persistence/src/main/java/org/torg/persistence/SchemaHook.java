package org.torg.persistence;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date before the DataSource is published.
 *
 * <p>When that fails the DataSource stays away, and with it all that needs the database; the hook then leaves and comes
 * back, which makes pax-jdbc try again: a database that starts after us is found without a restart.
 */
@Component(
        service = {},
        immediate = true)
public final class SchemaHook implements PreHook {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaHook.class);
    private static final long RETRY_SECONDS = 5;

    private final BundleContext context;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "torg-schema"));
    private ServiceRegistration<PreHook> registration;
    private boolean stopped;

    @Activate
    public SchemaHook(BundleContext context) {
        this.context = context;
        register();
    }

    @Override
    public void prepare(DataSource dataSource) throws SQLException {
        try {
            Schema.migrate(dataSource);
            LOG.info("The schema is up to date");
        } catch (SQLException e) {
            LOG.error("The database is not usable, next try in {} s: {}", RETRY_SECONDS, e.getMessage());
            retries.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
            throw e;
        }
    }

    @Deactivate
    synchronized void stop() {
        stopped = true;
        retries.shutdownNow();
        registration.unregister();
    }

    private synchronized void retry() {
        if (!stopped) {
            registration.unregister();
            register();
        }
    }

    private void register() {
        // The name stands in etc/org.ops4j.datasource-torg.cfg.
        registration = context.registerService(
                PreHook.class, this, FrameworkUtil.asDictionary(Map.of(PreHook.KEY_NAME, "torgfly")));
    }
}
