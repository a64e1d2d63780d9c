/** Approval by a second person: rules, requests, decisions. */
@NullMarked
package org.torg.rest.approval;

import org.jspecify.annotations.NullMarked;
