/** Rules for approval, and what was asked. */
@NullMarked
package org.torg.persistence.approval;

import org.jspecify.annotations.NullMarked;
