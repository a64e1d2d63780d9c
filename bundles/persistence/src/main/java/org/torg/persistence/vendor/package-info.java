/** Parameters, stored content of vendors, keys. */
@NullMarked
package org.torg.persistence.vendor;

import org.jspecify.annotations.NullMarked;
