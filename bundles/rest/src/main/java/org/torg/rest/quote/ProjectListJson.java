package org.torg.rest.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.LocationId;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectLists.Carried;
import org.torg.api.quote.ProjectLists.CartFilled;
import org.torg.api.quote.ProjectLists.ListFilled;
import org.torg.api.quote.ProjectLists.Overview;
import org.torg.http.Wording;
import org.torg.rest.pricing.ConfigurationJson;

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

    public record ProjectLineJson(
            String id, String sku, int quantity, Optional<ConfigurationJson> configuration, Optional<String> note) {}

    /** @param lines what became of each; none in the answer to a repeat */
    public record CartFilledJson(String cart, List<CarriedLineJson> lines) {

        static CartFilledJson of(CartFilled filled, Wording wording) {
            return new CartFilledJson(filled.cart().value(), carried(filled.lines(), wording));
        }
    }

    /** @param lines what became of each; none in the answer to a repeat */
    public record ListFilledJson(ProjectListJson list, List<CarriedLineJson> lines) {

        static ListFilledJson of(ListFilled filled, Wording wording) {
            return new ListFilledJson(ProjectListJson.of(filled.list()), carried(filled.lines(), wording));
        }
    }

    /** @param to what it has become; absent when it was not added */
    public record CarriedLineJson(
            String line, String sku, int quantity, Optional<String> to, List<CarriedRemarkJson> remarks) {}

    public record CarriedRemarkJson(String code, String message) {}

    private static List<CarriedLineJson> carried(List<Carried> lines, Wording wording) {
        return lines.stream()
                .map(line -> new CarriedLineJson(
                        line.line().value(),
                        line.sku().value(),
                        line.quantity(),
                        line.to().map(LineId::value),
                        line.remarks().stream()
                                .map(remark -> new CarriedRemarkJson(remark.code(), wording.of(remark.message())))
                                .toList()))
                .toList();
    }

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
                                line.id().value(),
                                line.sku().value(),
                                line.quantity(),
                                line.configuration().map(ConfigurationJson::of),
                                line.note()))
                        .toList(),
                list.version(),
                list.createdAt(),
                list.changedAt());
    }
}
