package org.torg.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.RefusedException;
import org.torg.api.account.Accounts;
import org.torg.api.account.ApiTokens;
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.People;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.Sessions;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Imports;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Vendors;

/**
 * Fills an empty tenant with the customers, people, catalogues and prices of its vendors when it starts, in a thread of
 * its own. The tenant is not ready until all of it is there.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.torg.kernel.vendor")
public final class DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final String FILE = "demo-logins.txt";
    private static final long PAUSE_MILLIS = 500;
    /** For the step that it is at; each is short. */
    private static final long END_MILLIS = 30_000;

    /** The kernel's own: which vendors belong to this tenant. */
    public @interface Configuration {
        String vendors() default "lighting";
    }

    private final List<DemoVendor> vendors;
    private final Accounts accounts;
    private final People people;
    private final Imports imports;
    private final DemoPictures pictures;
    private final Vendors present;
    private final DemoStaff staff;
    private final Path file;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final DemoReadiness readiness;
    private final Thread thread;

    @Activate
    public DemoData(
            BundleContext context,
            @Reference DemoReadiness readiness,
            @Reference Accounts accounts,
            @Reference People people,
            @Reference Imports imports,
            @Reference Catalog catalog,
            @Reference CatalogMedia media,
            @Reference Vendors present,
            @Reference FirstAdministrator first,
            @Reference Sessions sessions,
            @Reference SecondFactors factors,
            @Reference ApiTokens tokens,
            @Reference Clock clock,
            Configuration configuration) {
        this.readiness = readiness;
        this.vendors = DemoVendor.of(configuration.vendors());
        this.accounts = accounts;
        this.people = people;
        this.imports = imports;
        this.pictures = new DemoPictures(catalog, media, imports);
        this.present = present;
        Path data =
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("."));
        this.file = data.resolve(FILE);
        this.staff = new DemoStaff(first, sessions, factors, tokens, clock, data);
        thread = new Thread(this::fill, "torg-demo");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the thread: two that fill the tenant at once would each make a password of its own for the same people. */
    @Deactivate
    public void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(END_MILLIS);
    }

    private void fill() {
        String told = "";
        Optional<String> missing = readiness.missing();
        Optional<DemoSetUp> setUp = Optional.empty();
        try {
            while (missing.isPresent() && !stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                setUp = setUp.or(this::begin);
                missing = setUp.map(DemoData::goOn).orElse(Optional.of("the folder for log-ins"));
                readiness.missing(missing);
                String state =
                        missing.map(what -> what.replaceAll(": [0-9]+ %", "")).orElse("");
                if (!state.equals(told)) {
                    told = state;
                    LOG.info("Demo data: {}", state.isEmpty() ? "all there" : "waiting for " + state);
                }
            }
            if (missing.isEmpty()) {
                draw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When the tenant serves already: it does without pictures until they are there. */
    private void draw() {
        try {
            for (VendorDescriptor vendor : present.present()) {
                if (vendors.stream().anyMatch(known -> known.id().equals(vendor.id()))) {
                    pictures.put(vendor);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("Demo data: without pictures, {}", e.getClass().getSimpleName());
            LOG.debug("Demo data", e);
        }
    }

    private Optional<DemoSetUp> begin() {
        try {
            return Optional.of(new DemoSetUp(vendors, accounts, people, staff, imports, LoginFile.open(file)));
        } catch (IOException e) {
            LOG.debug("Demo data", e);
            return Optional.empty();
        }
    }

    private static Optional<String> goOn(DemoSetUp setUp) {
        try {
            return setUp.goOn();
        } catch (RefusedException e) {
            return Optional.of("what was refused with " + e.refusal().code());
        } catch (IOException | RuntimeException e) {
            LOG.debug("Demo data", e);
            return Optional.of("a try without " + e.getClass().getSimpleName());
        }
    }
}
