/** What every command has in common: rights, ids, idempotency, one transaction, audit, events. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.command;
