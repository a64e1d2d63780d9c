package org.torg.rest.account;

import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;
import org.torg.rest.http.Faults;

/** For whom a session is to act: what is left out is not chosen. */
public record ChoiceJson(Optional<String> account, Optional<String> location, Optional<String> actingFor) {

    private static final int LONGEST_ID = 64;

    Sessions.Choice read() {
        Faults faults = new Faults();
        return faults.settle(new Sessions.Choice(
                faults.text("/account", account, LONGEST_ID).map(AccountId::new),
                faults.text("/location", location, LONGEST_ID).map(LocationId::new),
                faults.text("/actingFor", actingFor, LONGEST_ID).map(UserId::new)));
    }
}
