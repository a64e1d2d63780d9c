package org.torg.persistence.account;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Device;
import org.torg.api.account.LocationId;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Moments;

@Entity
@Table(name = "sign_in")
@NullUnmarked
class SignInEntity {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    private String person;
    private String account;
    private String location;

    @Column(name = "acting_for")
    private String actingFor;

    @Column(name = "acting_kind")
    private String actingKind;

    @Column(name = "acting_vendor")
    private String actingVendor;

    private String stage;

    @Convert(converter = Moments.class)
    @Column(name = "created_at")
    private Instant createdAt;

    @Convert(converter = Moments.class)
    @Column(name = "expires_at")
    private Instant expiresAt;

    @Convert(converter = Moments.class)
    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    private String device;

    protected SignInEntity() {}

    SignInEntity(SessionRow session) {
        tokenHash = session.tokenHash();
        person = session.user().value();
        account = session.account().map(AccountId::value).orElse(null);
        location = session.location().map(LocationId::value).orElse(null);
        actingFor = session.actingFor().map(acting -> acting.user().value()).orElse(null);
        actingKind = session.actingFor().map(acting -> acting.kind().name()).orElse(null);
        actingVendor = session.actingFor()
                .flatMap(ActingFor::confinedTo)
                .map(VendorId::value)
                .orElse(null);
        stage = session.stage().name();
        createdAt = session.createdAt();
        expiresAt = session.expiresAt();
        lastUsedAt = session.lastUsedAt();
        device = session.device().map(Device::code).orElse(null);
    }
}
