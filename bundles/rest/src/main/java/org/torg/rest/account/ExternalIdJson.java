package org.torg.rest.account;

import java.util.List;
import java.util.Optional;
import org.torg.api.ExternalId;
import org.torg.rest.http.Faults;

/** Another system's number. */
public record ExternalIdJson(Optional<String> system, Optional<String> value) {

    private static final int MOST = 20;

    public static ExternalIdJson of(ExternalId id) {
        return new ExternalIdJson(Optional.of(id.system()), Optional.of(id.value()));
    }

    public static List<ExternalId> read(Faults faults, String at, Optional<List<ExternalIdJson>> ids) {
        return faults.each(
                at,
                ids,
                MOST,
                "external-ids-too-many",
                (where, id) -> new ExternalId(
                        faults.requiredText(where + "/system", id.system(), 40),
                        faults.requiredText(where + "/value", id.value(), 100)));
    }
}
