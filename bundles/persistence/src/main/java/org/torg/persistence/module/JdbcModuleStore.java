package org.torg.persistence.module;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.PageRequest;
import org.torg.api.StoreException;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSet.Module;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/**
 * Each read costs one statement. So does publishing a parameter; any other set costs two, and one more for each module that
 * was never part of a set.
 */
@Component(service = ModuleStore.class)
public final class JdbcModuleStore implements ModuleStore {

    /** Ends the version of what is built again and again: each build has another content. */
    private static final String SNAPSHOT = "SNAPSHOT";

    private static final TypeReference<List<Module>> MODULES = new TypeReference<>() {};

    /** Derby reads an index in its own order only when told to; to PostgreSQL it is a comment. The line must end. */
    private static final String NEWEST =
            " FROM module_set --DERBY-PROPERTIES index=module_set_newest\n WHERE vendor = ?";

    private static final String SET =
            "SELECT vendor, generation, parent, origin, published_at, author, modules" + NEWEST;

    private final Documents documents = new Documents();

    @Override
    public List<Published> published(Tx tx) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT vendor, MAX(generation) AS latest FROM module_set GROUP BY vendor ORDER BY vendor"),
                        row -> new Published(new VendorId(row.text("vendor")), row.number("latest")));
    }

    @Override
    public long generation(Tx tx, VendorId vendor) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT generation" + NEWEST + " ORDER BY generation DESC", vendor.value())
                                .limit(1),
                        row -> row.number("generation"))
                .orElse(0L);
    }

    @Override
    public Optional<ModuleSet> set(Tx tx, VendorId vendor, long generation) {
        return OpenTransaction.of(tx).first(Sql.of(SET + " AND generation = ?", vendor.value(), generation), this::set);
    }

    @Override
    public List<ModuleSet> sets(Tx tx, VendorId vendor, PageRequest page) {
        Sql sql = Sql.of(SET, vendor.value());
        page.after().ifPresent(after -> sql.add(" AND generation < ?", Long.parseLong(after)));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY generation DESC").limit(page.limit()), this::set);
    }

    private ModuleSet set(Row row) throws SQLException {
        return new ModuleSet(
                new VendorId(row.text("vendor")),
                row.number("generation"),
                row.number("parent"),
                ModuleSet.Origin.valueOf(row.text("origin")),
                row.moment("published_at"),
                row.text("author"),
                documents.read(row.text("modules"), MODULES));
    }

    private record Step(long generation, long parent, Optional<ParameterChange> change) {}

    @Override
    public List<ParameterChange> parameters(Tx tx, VendorId vendor, long generation) {
        Sql sql = Sql.of(
                "SELECT generation, parent, parameter, parameter_value, valid_from" + NEWEST
                        + " AND generation <= ? ORDER BY generation DESC",
                vendor.value(),
                generation);
        List<ParameterChange> changes = new ArrayList<>();
        long next = generation;
        // A parent is older than its child: one way down passes the whole chain, and what lies beside it.
        for (Step step : OpenTransaction.of(tx).list(sql, JdbcModuleStore::step)) {
            if (step.generation() == next) {
                step.change().ifPresent(changes::add);
                next = step.parent();
            }
        }
        return List.copyOf(changes);
    }

    private static Step step(Row row) throws SQLException {
        Optional<String> key = row.optionalText("parameter");
        return new Step(
                row.number("generation"),
                row.number("parent"),
                key.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ParameterChange(key.get(), row.text("parameter_value"), row.date("valid_from"))));
    }

    @Override
    public Optional<Module> find(Tx tx, String symbolicName, String version) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT document FROM module_version WHERE symbolic_name = ? AND version = ?",
                                symbolicName,
                                version),
                        row -> documents.read(row.text("document"), Module.class));
    }

    @Override
    public ModuleSet publish(Tx tx, ModuleSet set, long expected, Optional<ParameterChange> change) {
        OpenTransaction open = OpenTransaction.of(tx);
        ModuleSet published = new ModuleSet(
                set.vendor(), expected + 1, set.parent(), set.origin(), set.publishedAt(), set.author(), set.modules());
        // Of two who expect the same one, the second finds the key taken: that is a conflict.
        open.update(Sql.of(
                "INSERT INTO module_set (vendor, generation, parent, origin, published_at, author, modules,"
                        + " parameter, parameter_value, valid_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                published.vendor().value(),
                published.generation(),
                published.parent(),
                published.origin().name(),
                published.publishedAt(),
                published.author(),
                documents.write(published.modules(), MODULES),
                Sql.text(change.map(ParameterChange::key)),
                Sql.text(change.map(ParameterChange::value)),
                Sql.date(change.map(ParameterChange::validFrom))));
        if (set.origin() != ModuleSet.Origin.PARAMETER) {
            remember(
                    open,
                    published.modules().stream()
                            .filter(module -> !module.version().endsWith(SNAPSHOT))
                            .toList());
        }
        return published;
    }

    /** Adds what is new; two vendors may bring the same module at the same time. */
    private void remember(OpenTransaction open, List<Module> modules) {
        Map<String, String> known = digests(open, modules);
        for (Module module : modules) {
            String digest = known.get(key(module.symbolicName(), module.version()));
            if (digest == null && !insert(open, module)) {
                digest = digests(open, List.of(module)).get(key(module.symbolicName(), module.version()));
            }
            if (digest != null && !digest.equals(module.digest())) {
                throw new StoreException(
                        StoreException.Kind.CONFLICT,
                        "this version of a module has another content",
                        new IllegalStateException());
            }
        }
    }

    private boolean insert(OpenTransaction open, Module module) {
        return open.insertIfAbsent(Sql.of(
                "INSERT INTO module_version (symbolic_name, version, digest, document) VALUES (?, ?, ?, ?)",
                module.symbolicName(),
                module.version(),
                module.digest(),
                documents.write(module)));
    }

    private static Map<String, String> digests(OpenTransaction open, List<Module> modules) {
        if (modules.isEmpty()) {
            return Map.of();
        }
        Sql sql = Sql.of("SELECT symbolic_name, version, digest FROM module_version WHERE ")
                .addIn(
                        "symbolic_name",
                        modules.stream().map(Module::symbolicName).toList());
        Map<String, String> digests = new HashMap<>();
        open.list(sql, row -> digests.put(key(row.text("symbolic_name"), row.text("version")), row.text("digest")));
        return digests;
    }

    /** Neither part has a slash. */
    private static String key(String symbolicName, String version) {
        return symbolicName + "/" + version;
    }
}
