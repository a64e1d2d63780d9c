/** Uploads are scanned by ClamAV. */
@NullMarked
package org.torg.connectors.clamav;

import org.jspecify.annotations.NullMarked;
