SELECT lo_create(70001);
