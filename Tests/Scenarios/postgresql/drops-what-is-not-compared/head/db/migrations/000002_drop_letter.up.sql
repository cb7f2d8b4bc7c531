SELECT lo_unlink(70001);
