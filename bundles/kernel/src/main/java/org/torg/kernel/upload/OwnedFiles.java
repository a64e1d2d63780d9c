package org.torg.kernel.upload;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.store.Transactions;
import org.torg.api.store.UploadStore;
import org.torg.api.upload.Upload;
import org.torg.kernel.upload.Attachments.Kind;
import org.torg.kernel.upload.Attachments.Place;

/** What orders have of files, for those who may see them (D19). */
@Component(service = OwnedFiles.class)
public final class OwnedFiles {

    private final Transactions transactions;
    private final UploadStore store;
    private final UploadViews views;

    @Activate
    public OwnedFiles(
            @Reference Transactions transactions, @Reference UploadStore store, @Reference UploadViews views) {
        this.transactions = transactions;
        this.store = store;
        this.views = views;
    }

    /** @param part of the owner that refers to it */
    public record File(String part, Upload upload) {}

    /** None for a caller who may not see the files of that place. */
    public List<File> ofOrder(Caller caller, String order, Place place) {
        return UploadAccess.sees(caller, place)
                ? transactions.read(tx -> store.attached(tx, Kind.ORDER.name(), order).stream()
                        .map(attached -> new File(attached.part(), views.of(tx, attached.upload())))
                        .toList())
                : List.of();
    }
}
