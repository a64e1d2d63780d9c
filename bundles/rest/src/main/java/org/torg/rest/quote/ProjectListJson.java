package org.torg.rest.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.LocationId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectLists.Overview;

/** What an account plans to buy. */
public record ProjectListJson(
        String id,
        String vendor,
        String account,
        Optional<String> location,
        String owner,
        String name,
        List<ProjectLineJson> lines,
        long version,
        Instant createdAt,
        Instant changedAt) {

    public record ProjectLineJson(String id, String sku, int quantity, Optional<String> note) {}

    /** @param lines how many */
    public record ProjectListOverviewJson(
            String id,
            String vendor,
            Optional<String> location,
            String owner,
            String name,
            int lines,
            Instant createdAt,
            Instant changedAt) {

        static ProjectListOverviewJson of(Overview overview) {
            ProjectList list = overview.list();
            return new ProjectListOverviewJson(
                    list.id().value(),
                    list.vendor().value(),
                    list.location().map(LocationId::value),
                    list.owner().value(),
                    list.name(),
                    overview.lines(),
                    list.createdAt(),
                    list.changedAt());
        }
    }

    static ProjectListJson of(ProjectList list) {
        return new ProjectListJson(
                list.id().value(),
                list.vendor().value(),
                list.account().value(),
                list.location().map(LocationId::value),
                list.owner().value(),
                list.name(),
                list.lines().stream()
                        .map(line -> new ProjectLineJson(
                                line.id().value(), line.sku().value(), line.quantity(), line.note()))
                        .toList(),
                list.version(),
                list.createdAt(),
                list.changedAt());
    }
}
