package org.torg.kernel.fulfilment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.fulfilment.Parcel;

/** What a parcel must look like. Its link is shown to customers, so it is https and nothing else. */
final class ParcelRules {
    private static final int MOST = 200;
    private static final int NAME = 100;
    private static final int URL = 1000;

    private ParcelRules() {}

    static Optional<Refusal> check(List<Parcel> parcels) {
        List<Detail> faults = new ArrayList<>();
        if (parcels.size() > MOST) {
            faults.add(Refusal.detail("/parcels", "parcels-too-many", "At most {0} parcels.", Argument.number(MOST)));
        }
        for (int i = 0; i < parcels.size() && faults.size() < MOST; i++) {
            Parcel parcel = parcels.get(i);
            String pointer = "/parcels/" + i;
            if (!isText(parcel.carrier())) {
                faults.add(Refusal.detail(pointer + "/carrier", "parcel-invalid", "Name the carrier."));
            }
            if (!parcel.trackingNumber().map(ParcelRules::isText).orElse(true)) {
                faults.add(Refusal.detail(
                        pointer + "/trackingNumber", "parcel-invalid", "This is not a tracking number."));
            }
            if (!parcel.trackingUrl().map(ParcelRules::isLink).orElse(true)) {
                faults.add(Refusal.detail(
                        pointer + "/trackingUrl", "tracking-url-invalid", "A tracking link begins with https://."));
            }
        }
        return faults.stream()
                .findFirst()
                .map(first -> new Refusal(Refusal.Kind.UNPROCESSABLE, first.code(), first.message(), faults));
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.length() <= NAME && value.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isLink(String value) {
        try {
            URI uri = new URI(value);
            return value.length() <= URL
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
